package io.thor.jobs.boot;

import io.thor.storage.Transactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** The transaction boundary of everything that is committed. */
@Stateless
@Local(Transactions.class)
public class TransactionBean implements Transactions {

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T requiresNew(Supplier<T> work) {
    return work.get();
  }
}
