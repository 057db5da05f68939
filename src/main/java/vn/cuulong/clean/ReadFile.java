package vn.cuulong.clean;

import java.util.List;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.FileSurvey;

/**
 * A file that was surveyed.
 *
 * @param layout the file
 * @param parts what reading its parts found
 */
public record ReadFile(FileLayout layout, List<FileSurvey> parts) {}
