package vn.cuulong.watch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** JSON to one address. The address may hold a secret, so messages name the machine alone. */
final class Post {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * To an address.
   *
   * @throws IllegalArgumentException when it is none; its message does not repeat it
   */
  Post(String address) {
    try {
      this.address = new URI(address);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("no valid address: " + wrong.getReason());
    }
    if (this.address.getHost() == null) {
      throw new IllegalArgumentException("no valid address: it names no machine");
    }
  }

  static boolean isAddress(String place) {
    return place.startsWith("http://") || place.startsWith("https://");
  }

  /** Sends; any answer of the two hundreds is well. */
  void send(String json) throws WatchException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)).build();
    int status;
    try {
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException failed) {
      throw new WatchException(address.getHost() + " cannot be told: " + WatchException.reason(failed), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new WatchException(address.getHost() + " was not told: the run was stopped", stopped);
    }
    if (status < 200 || status > 299) {
      throw new WatchException(address.getHost() + " answered " + status, null);
    }
  }
}
