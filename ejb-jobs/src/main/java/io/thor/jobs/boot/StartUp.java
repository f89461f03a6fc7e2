package io.thor.jobs.boot;

import io.thor.account.DemoAccounts;
import io.thor.account.Listings;
import io.thor.alert.Alerts;
import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.config.UnknownKeys;
import io.thor.cutover.Cutover;
import io.thor.cutover.EnvironmentAtStart;
import io.thor.cutover.Freezes;
import io.thor.cutover.GateSettings;
import io.thor.cutover.PollIntervals;
import io.thor.identity.FirstUsers;
import io.thor.identity.OutsideUsers;
import io.thor.identity.Tokens;
import io.thor.lease.Leadership;
import io.thor.market.CalendarOverrides;
import io.thor.parity.ParitySettings;
import io.thor.storage.Database;
import io.thor.storage.Readiness;
import io.thor.storage.Transactions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;

/**
 * Makes the application ready, in order. It declares the names under which the library finds the
 * persistence context and the transaction boundary.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "TransactionBean"})
@TransactionManagement(TransactionManagementType.BEAN)
@PersistenceContext(name = Database.ENTITY_MANAGER, unitName = "thor")
@EJB(name = Database.TRANSACTIONS, beanInterface = Transactions.class, beanName = "TransactionBean")
public class StartUp {

  private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

  @Inject Settings settings;
  @Inject Tokens tokens;
  @Inject OutsideUsers outsideUsers;
  @Inject PollIntervals polls;
  @Inject GateSettings gates;
  @Inject Freezes freezes;
  @Inject ParitySettings parity;
  @Inject Alerts alerts;
  @Inject Database database;
  @Inject CalendarOverrides calendars;
  @Inject Listings listings;
  @Inject FirstUsers firstUsers;
  @Inject DemoAccounts demoAccounts;
  @Inject EnvironmentAtStart environment;
  @Inject Cutover cutover;
  @Inject Leadership leadership;
  @Inject Readiness readiness;

  @PostConstruct
  void start() {
    UnknownKeys.find().forEach(sentence -> LOG.log(Level.WARNING, sentence));
    tokens.configure();
    outsideUsers.configure();
    polls.read();
    gates.rules();
    freezes.read();
    parity.check();
    alerts.read();
    database.connect();
    calendars.load();
    listings.load();
    firstUsers.create();
    if (Profile.of(settings) == Profile.DEMO) {
      demoAccounts.open();
    }
    environment.apply();
    cutover.refresh();
    readiness.started();
    LOG.log(Level.INFO, "Thor is started, cutover revision {0}", cutover.current().revision());
  }

  @PreDestroy
  void stop() {
    readiness.stopping();
    leadership.release();
  }
}
