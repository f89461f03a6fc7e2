package io.thor.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that signs itself, made by the JDK's {@code keytool}. */
final class ProxyCertificate {
  private static final String PASSWORD = "key-of-the-tests";
  private static final String ALIAS = "desk";
  private static final String MAKE =
      "-genkeypair -alias desk -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12"
          + " -dname CN=desk.example.com -ext san=ip:127.0.0.1";

  private final Certificate certificate;
  private final byte[] key;

  private ProxyCertificate(Certificate certificate, byte[] key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * Makes one with a key of its own.
   *
   * @param directory takes the key store
   */
  static ProxyCertificate make(Path directory, Path log)
      throws IOException, GeneralSecurityException {
    Path store = directory.resolve("desk.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(MAKE.split(" ")));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    new CommandLine(log).run(command, Map.of());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(store)) {
      keys.load(stored, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    return new ProxyCertificate(keys.getCertificate(ALIAS), key);
  }

  /** Writes it as nginx wants it, {@code .crt} and {@code .key}, and as HAProxy, both in one. */
  void write(Path directory) throws IOException, GeneralSecurityException {
    String certificateText = pem("CERTIFICATE", certificate.getEncoded());
    String keyText = pem("PRIVATE KEY", key);
    Files.writeString(directory.resolve("desk.crt"), certificateText);
    Files.writeString(directory.resolve("desk.key"), keyText);
    Files.writeString(directory.resolve("desk.pem"), certificateText + keyText);
  }

  /** TLS of a client that trusts this certificate and no other. */
  SSLContext trusted() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String pem(String what, byte[] content) {
    byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
    String lines = Base64.getMimeEncoder(64, lineEnd).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }
}
