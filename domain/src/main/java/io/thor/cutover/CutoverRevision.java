package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one counter of all changes of stages. Whoever changes a stage locks it. */
@Entity
@Table(name = "cutover_revision")
public class CutoverRevision {

  static final int ID = 1;

  @Id private int id;
  private long revision;

  @Column(name = "audited_from")
  private long auditedFrom;

  protected CutoverRevision() {}

  long revision() {
    return revision;
  }

  /** The revision after which every change has its audit row. */
  long auditedFrom() {
    return auditedFrom;
  }

  void moveTo(long newRevision) {
    revision = newRevision;
  }
}
