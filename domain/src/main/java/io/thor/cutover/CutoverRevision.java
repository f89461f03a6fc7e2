package io.thor.cutover;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one counter of all changes of stages. */
@Entity
@Table(name = "cutover_revision")
public class CutoverRevision {

  static final int ID = 1;

  @Id private int id;
  private long revision;

  protected CutoverRevision() {}

  long revision() {
    return revision;
  }

  long advance() {
    return ++revision;
  }
}
