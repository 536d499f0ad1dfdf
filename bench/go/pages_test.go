package bench

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const corpus = "../../../shared/fidelity/corpus/pages/"

// prefix is that of the long articles' names, which tells where they are from.
const prefix = "kreuzberg--"

// headline are the long articles of the corpus, which figures are quoted for.
var headline = []string{
	corpus + prefix + "medium_python.html",
	corpus + prefix + "large_rust.html",
	corpus + prefix + "lists_timeline.html",
	corpus + prefix + "tables_countries.html",
	corpus + prefix + "gh-166-tags-reuters.html",
}

type page struct {
	name string
	html []byte // valid UTF-8
}

// pages reads the files named by the arguments, or the headline pages.
func pages(b *testing.B) []page {
	b.Helper()
	files := flag.Args()
	if len(files) == 0 {
		files = headline
	}
	var pages []page
	for _, file := range files {
		html, err := os.ReadFile(file)
		if err != nil {
			b.Fatalf("%v: name other pages with -args FILE...", err)
		}
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		pages = append(pages, page{strings.TrimPrefix(name, prefix), bytes.ToValidUTF8(html, []byte("\uFFFD"))})
	}
	return pages
}
