package vn.cuulong.publish.site;

import java.util.List;
import vn.cuulong.contract.Bilingual;

/**
 * The HTML of a page: head, menu, heading and foot in both languages, and the scripts that draw the rest. Only the
 * language that the reader chose is shown.
 *
 * <p>The policy in the head lets a page load its own scripts, styles and fonts and nothing else: no network, no
 * script or style written into the page.
 */
final class PageFrame {
  /** What a page may load. */
  static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
      + "img-src 'self' data:; base-uri 'none'; form-action 'none'";

  private static final String WAVES = """
      <svg class="waves" viewBox="0 0 44 26" width="44" height="26" aria-hidden="true" focusable="false">\
      <path d="M1 6c5 0 5-4 10.500-4s5.500 4 10.500 4 5.500-4 10.500-4 5.500 4 10.500 4"/>\
      <path d="M1 14c5 0 5-4 10.500-4s5.500 4 10.500 4 5.500-4 10.500-4 5.500 4 10.500 4"/>\
      <path d="M1 22c5 0 5-4 10.500-4s5.500 4 10.500 4 5.500-4 10.500-4 5.500 4 10.500 4"/></svg>""";

  private PageFrame() {}

  static String html(Page page, List<String> dataFiles, Bilingual days) {
    StringBuilder html = new StringBuilder(6000);
    Bilingual title = page.title();
    html.append("<!doctype html>\n<html lang=\"vi\" data-page=\"").append(escape(page.script())).append('"');
    if (page.subject() != null) {
      html.append(" data-unit=\"").append(escape(page.subject())).append('"');
    }
    html.append(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY).append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<title>").append(escape(title.vi())).append(" · Cửu Long</title>\n")
        .append("<meta name=\"description\" content=\"").append(escape(page.lead().vi())).append("\">\n")
        .append("<script src=\"js/language.js\"></script>\n<link rel=\"stylesheet\" href=\"style.css\">\n");
    script(html, Asset.LIBRARY);
    script(html, "js/core.js");
    List.of("figure", "panel", "charts", "map", "published", "lights", "shares", "revisions", "scores")
        .forEach(name -> script(html, "js/" + name + ".js"));
    dataFiles.forEach(file -> script(html, file));
    script(html, "js/page-" + page.script() + ".js");
    html.append("</head>\n<body>\n<a class=\"skip\" href=\"#content\">")
        .append(both(new Bilingual("Đến nội dung chính", "Skip to content"))).append("</a>\n");
    masthead(html, page);
    html.append("<main id=\"content\" tabindex=\"-1\">\n<div class=\"title\">\n<h1>").append(both(title))
        .append("</h1>\n");
    if (!page.lead().vi().isEmpty()) {
      html.append("<p class=\"lead\">").append(both(page.lead())).append("</p>\n");
    }
    html.append("</div>\n<div id=\"page\"></div>\n<noscript><p class=\"notice\">")
        .append("Trang này vẽ biểu đồ bằng JavaScript; hãy bật JavaScript. · "
            + "This page draws its charts with JavaScript; please switch it on.")
        .append("</p></noscript>\n</main>\n");
    foot(html, days);
    return html.append("</body>\n</html>\n").toString();
  }

  private static void masthead(StringBuilder html, Page page) {
    html.append("<header class=\"masthead\">\n<div class=\"bar\">\n<a class=\"brand\" href=\"index.html\">")
        .append(WAVES).append("<span>Cửu Long</span></a>\n");
    html.append("<div class=\"languages\" role=\"group\" aria-label=\"Ngôn ngữ · Language\">"
        + "<button type=\"button\" data-language=\"vi\" lang=\"vi\">Tiếng Việt</button>"
        + "<button type=\"button\" data-language=\"en\" lang=\"en\">English</button></div>\n"
        + "<button type=\"button\" class=\"menu\" aria-expanded=\"false\" aria-controls=\"menu\">")
        .append(both(new Bilingual("Mục lục", "Menu"))).append("</button>\n</div>\n")
        .append("<nav id=\"menu\" aria-label=\"Các trang · Pages\">\n<ul>\n");
    for (Page other : Page.general()) {
      html.append("<li><a href=\"").append(other.file()).append('"')
          .append(other.file().equals(page.file()) ? " aria-current=\"page\"" : "").append('>')
          .append(both(other.menu())).append("</a></li>\n");
    }
    html.append("</ul>\n</nav>\n</header>\n");
  }

  private static void foot(StringBuilder html, Bilingual days) {
    html.append("<footer class=\"foot\">\n<p>")
        .append(both(days)).append("</p>\n<p>")
        .append(both(new Bilingual("Mọi con số đều có nguồn: bấm “Nguồn và cách tính” dưới mỗi hình.",
            "Every figure has a source: press “Source and method” below it.")))
        .append("</p>\n<p>").append(both(new Bilingual("Trang không cần mạng; có thể chép và in.",
            "These pages need no network; copy and print them freely.")))
        .append(" <a href=\"methods.html\">").append(both(new Bilingual("Phương pháp", "Methods")))
        .append("</a> · <a href=\"downloads.html\">").append(both(new Bilingual("Tải dữ liệu", "Downloads")))
        .append("</a></p>\n</footer>\n");
  }

  private static void script(StringBuilder html, String file) {
    html.append("<script defer src=\"").append(escape(file)).append("\"></script>\n");
  }

  private static String both(Bilingual text) {
    return "<span lang=\"vi\">" + escape(text.vi()) + "</span><span lang=\"en\">" + escape(text.en()) + "</span>";
  }

  /** Text for an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
