package vn.cuulong.publish.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * The newest release of a product.
 *
 * @param product its name, {@code tourism}
 * @param version {@code 2026.11.22}, or {@code 2026.11.22.2} for a correction
 * @param folder where its files are
 * @param manifest what it was made of: {@code manifest.json}; empty when there is none
 */
record ReleaseFolder(String product, String version, Path folder, JsonNode manifest) {}
