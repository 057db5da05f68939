package vn.cuulong.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of the site that hold no data: style, scripts, fonts, and the drawing library. */
final class Asset {
  /** Copied as they are, below the folder of the site. */
  static final List<String> FILES = List.of(
      "style.css",
      "js/language.js", "js/core.js", "js/figure.js", "js/panel.js", "js/charts.js", "js/map.js",
      "js/published.js", "js/lights.js", "js/shares.js", "js/revisions.js", "js/scores.js",
      "js/page-index.js", "js/page-map.js", "js/page-ranking.js", "js/page-unit.js", "js/page-compare.js",
      "js/page-targets.js", "js/page-grdp.js", "js/page-trade.js", "js/page-quality.js", "js/page-methods.js",
      "js/page-downloads.js",
      "font/be-vietnam-pro-latin-400-normal.woff2", "font/be-vietnam-pro-vietnamese-400-normal.woff2",
      "font/be-vietnam-pro-latin-500-normal.woff2", "font/be-vietnam-pro-vietnamese-500-normal.woff2",
      "font/be-vietnam-pro-latin-700-normal.woff2", "font/be-vietnam-pro-vietnamese-700-normal.woff2",
      "font/source-serif-4-latin-600-normal.woff2", "font/source-serif-4-vietnamese-600-normal.woff2",
      "font/LICENSE-be-vietnam-pro.txt", "font/LICENSE-source-serif-4.txt");

  /** D3, from its package on Maven Central. */
  static final String LIBRARY = "js/d3.min.js";
  private static final String LIBRARY_RESOURCE = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

  private Asset() {}

  static byte[] bytes(String file) {
    return resource("/report/" + file);
  }

  static byte[] library() {
    return resource(LIBRARY_RESOURCE);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
