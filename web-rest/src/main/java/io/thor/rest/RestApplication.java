package io.thor.rest;

import io.thor.rest.account.AccountBalancesResource;
import io.thor.rest.account.AccountsResource;
import io.thor.rest.account.PositionsResource;
import io.thor.rest.cutover.CutoverResource;
import io.thor.rest.health.HealthResource;
import io.thor.rest.intraday.IntradayBarsResource;
import io.thor.rest.intraday.SymbolsResource;
import io.thor.rest.intraday.VwapsResource;
import io.thor.rest.market.MarketOverridesResource;
import io.thor.rest.market.MarketSessionsResource;
import io.thor.rest.market.MarketStatusesResource;
import io.thor.rest.metrics.MetricsResource;
import io.thor.rest.session.SessionsResource;
import io.thor.rest.user.UsersResource;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists the resources; each web archive maps it in its {@code web.xml}. */
public class RestApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccessFilter.class,
        AnswerHeaders.class,
        ProblemMapper.class,
        RecordWriter.class,
        AccountsResource.class,
        AccountBalancesResource.class,
        PositionsResource.class,
        IntradayBarsResource.class,
        VwapsResource.class,
        SymbolsResource.class,
        MarketStatusesResource.class,
        MarketSessionsResource.class,
        MarketOverridesResource.class,
        CutoverResource.class,
        SessionsResource.class,
        UsersResource.class,
        HealthResource.class,
        MetricsResource.class);
  }
}
