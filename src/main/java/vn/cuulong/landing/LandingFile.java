package vn.cuulong.landing;

import java.io.Serializable;

/**
 * One file as it was received.
 *
 * @param path its path below the landing folder, with forward slashes
 * @param uri where it is
 * @param size bytes
 * @param modified milliseconds since 1970, as the file system says
 * @param fileId SHA-256 of its bytes in hexadecimal: what the file is, whatever it is called
 * @param sourceId the source whose pattern it matches
 * @param version number behind {@code _v} at the end of its name: a correction is a higher version; 1 without one
 */
public record LandingFile(
    String path, String uri, long size, long modified, String fileId, String sourceId, int version)
    implements Serializable {}
