// Renders documents with cmark-gfm, with all of its extensions and nothing held back. On standard input each document is its
// length in bytes in a line and then the bytes; so is each rendered one on standard output.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static char *render(const char *markdown, size_t length) {
  int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  cmark_parser *parser = cmark_parser_new(options);
  for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  }
  cmark_parser_feed(parser, markdown, length);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return html;
}

int main(void) {
  cmark_gfm_core_extensions_ensure_registered();
  size_t length;
  while (scanf("%zu", &length) == 1 && getchar() == '\n') {
    char *markdown = malloc(length + 1);
    if (markdown == NULL || fread(markdown, 1, length, stdin) != length) return 1;
    char *html = render(markdown, length);
    printf("%zu\n%s", strlen(html), html);
    fflush(stdout);
    free(html);
    free(markdown);
  }
  return ferror(stdin) || ferror(stdout);
}
