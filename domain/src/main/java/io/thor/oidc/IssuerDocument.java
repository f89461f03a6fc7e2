package io.thor.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;

/** What an issuer publishes of itself (OpenID Connect Discovery 1.0, section 4). */
record IssuerDocument(URI authorization, URI token, URL keys) {

  private static final String PATH = "/.well-known/openid-configuration";

  /** Errors: {@link IssuerUnavailableException}. */
  static IssuerDocument fetch(String issuer, ResourceRetriever web) {
    String address = issuer.replaceFirst("/$", "") + PATH;
    try {
      String text = web.retrieveResource(URI.create(address).toURL()).getContent();
      Map<String, Object> document = JSONObjectUtils.parse(text);
      String named = JSONObjectUtils.getString(document, "issuer");
      if (!issuer.equals(named)) {
        throw new IOException("it calls itself '" + named + "'; set " + OidcSettings.ISSUER_KEY);
      }
      return new IssuerDocument(
          endpoint(document, "authorization_endpoint"),
          endpoint(document, "token_endpoint"),
          endpoint(document, "jwks_uri").toURL());
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new IssuerUnavailableException(address + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static URI endpoint(Map<String, Object> document, String name)
      throws ParseException, IOException {
    URI uri = JSONObjectUtils.getURI(document, name);
    if (uri == null || uri.getHost() == null) {
      throw new IOException("it has no " + name);
    }
    return uri;
  }
}
