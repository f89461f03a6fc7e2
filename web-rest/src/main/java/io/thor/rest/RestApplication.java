package io.thor.rest;

import io.thor.rest.account.AccountBalancesResource;
import io.thor.rest.account.AccountsResource;
import io.thor.rest.account.PositionsResource;
import io.thor.rest.config.ConfigResource;
import io.thor.rest.cutover.CutoverDrillsResource;
import io.thor.rest.cutover.CutoverResource;
import io.thor.rest.cutover.CutoverSessionsResource;
import io.thor.rest.cutover.EvidenceResource;
import io.thor.rest.cutover.ParityReportsResource;
import io.thor.rest.description.DescriptionsResource;
import io.thor.rest.health.HealthResource;
import io.thor.rest.intraday.IntradayBarsResource;
import io.thor.rest.intraday.SymbolsResource;
import io.thor.rest.intraday.VwapsResource;
import io.thor.rest.market.MarketOverridesResource;
import io.thor.rest.market.MarketSessionsResource;
import io.thor.rest.market.MarketStatusesResource;
import io.thor.rest.metrics.MetricsResource;
import io.thor.rest.order.OrdersResource;
import io.thor.rest.security.SecurityEventsResource;
import io.thor.rest.session.OidcResource;
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
        OldPath.class,
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
        ConfigResource.class,
        DescriptionsResource.class,
        CutoverDrillsResource.class,
        OrdersResource.class,
        MarketOverridesResource.class,
        CutoverResource.class,
        CutoverSessionsResource.class,
        EvidenceResource.class,
        ParityReportsResource.class,
        SessionsResource.class,
        OidcResource.class,
        UsersResource.class,
        SecurityEventsResource.class,
        HealthResource.class,
        MetricsResource.class);
  }
}
