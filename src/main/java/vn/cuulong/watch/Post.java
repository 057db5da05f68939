package vn.cuulong.watch;

import java.io.IOException;
import java.net.URI;
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

  Post(String address) {
    this.address = URI.create(address);
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
