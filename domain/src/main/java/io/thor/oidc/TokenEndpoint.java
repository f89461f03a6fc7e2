package io.thor.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an issuer gives tokens for the code of a browser (RFC 6749, section 4.1.3).
 *
 * <p>Threads: any; a call waits for the issuer.
 */
record TokenEndpoint(URI address, String clientId, Optional<String> clientSecret) {

  private static final System.Logger LOG = System.getLogger(TokenEndpoint.class.getName());
  private static final int TIMEOUT_MS = 5000;
  private static final int LONGEST = 256 * 1024;

  /** Errors: {@link IssuerUnavailableException}; {@link RefusedTokenException} for a bad code. */
  String idToken(String code, String verifier, String redirectUri) throws RefusedTokenException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", verifier);
    form.put("redirect_uri", redirectUri);
    if (clientSecret.isEmpty()) {
      form.put("client_id", clientId);
    }
    try {
      Map<String, Object> answer = JSONObjectUtils.parse(post(Form.of(form)));
      return Optional.ofNullable(JSONObjectUtils.getString(answer, "id_token"))
          .orElseThrow(() -> new RefusedTokenException("the issuer gave no id_token"));
    } catch (IOException | ParseException e) {
      LOG.log(Level.WARNING, address + " cannot be used: " + e.getMessage());
      throw new IssuerUnavailableException(address + " cannot be used: " + e.getMessage(), e);
    }
  }

  private String post(Form form) throws IOException, RefusedTokenException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setRequestProperty("Accept", "application/json");
    clientSecret.ifPresent(
        secret -> connection.setRequestProperty("Authorization", "Basic " + basic(secret)));
    try (OutputStream out = connection.getOutputStream()) {
      out.write(form.encoded().getBytes(StandardCharsets.US_ASCII));
    }
    int status = connection.getResponseCode();
    if (status / 100 == 4) {
      throw new RefusedTokenException("the issuer refused the code with " + status);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("it answered " + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }

  private String basic(String secret) {
    String pair = Form.encode(clientId) + ":" + Form.encode(secret);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }
}
