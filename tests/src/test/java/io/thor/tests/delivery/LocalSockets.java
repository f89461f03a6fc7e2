package io.thor.tests.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets that call from one of this machine's loopback addresses, such as 127.0.0.2. */
final class LocalSockets extends SocketFactory {
  private final String address;

  LocalSockets(String address) {
    this.address = address;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(address, 0));
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }
}
