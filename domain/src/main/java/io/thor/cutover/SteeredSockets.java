package io.thor.cutover;

import io.thor.identity.Viewer;
import java.util.List;

/** What the module of the sockets lets the cutover know of its sessions, and do with them. */
public interface SteeredSockets {

  /** The open sessions of this node, in any order. */
  List<SteeredSession> sessions();

  /**
   * Opens a session among the real ones that no browser is behind.
   *
   * <p>Errors: {@link IllegalStateException} when the node takes no more sessions, with the remedy.
   */
  DrillClient openDrill(Viewer viewer);
}
