package selector

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// TestDifferential compares with what other implementations agree on. TIDEMARK_SELECTORS is a folder with selectors/cases.json, which names
// selectors and pages, for each page selectors/<page>.json.gz with the places of the start tags that each selector matches, as gaps in UTF-16
// code units, and the pages in pages/.
func TestDifferential(t *testing.T) {
	folder := os.Getenv("TIDEMARK_SELECTORS")
	if folder == "" {
		t.Skip("TIDEMARK_SELECTORS is not set")
	}
	var cases struct {
		Selectors []struct{ Selector string }
		Invalid   []string
		Pages     []string
	}
	read(t, filepath.Join(folder, "selectors", "cases.json"), &cases)
	compared, differing := 0, 0
	for _, page := range cases.Pages {
		var wanted map[string][]int
		read(t, filepath.Join(folder, "selectors", strings.ReplaceAll(page, "/", "--")+".json.gz"), &wanted)
		source := strings.ToValidUTF8(string(content(t, filepath.Join(folder, "pages", page+".html.gz"))), "\ufffd")
		doc := parsed(t, strings.TrimPrefix(source, "\ufeff"))
		units := unitsOf(strings.TrimPrefix(source, "\ufeff"))
		everywhere := []int{}
		for index, gaps := range wanted {
			if i, _ := strconv.Atoi(index); cases.Selectors[i].Selector == "*" {
				everywhere = placesOf(gaps)
			}
		}
		comparable := comparablePlaces(doc, units, everywhere)
		m := new(Matcher)
		for index, gaps := range wanted {
			i, err := strconv.Atoi(index)
			require.NoError(t, err)
			text := cases.Selectors[i].Selector
			set, err := Compile([]string{text})
			if !assert.NoError(t, err, text) {
				continue
			}
			var want, got []int
			for _, at := range placesOf(gaps) {
				if comparable[at] {
					want = append(want, at)
				}
			}
			for _, el := range matched(m, doc, set) {
				if n := doc.Node(el); n.End > n.Start && comparable[units[n.Start]] {
					got = append(got, units[n.Start])
				}
			}
			compared++
			if more, fewer := without(got, want), without(want, got); len(more)+len(fewer) > 0 {
				assert.Fail(t, "a difference", "%s on %s: too many %v, too few %v", text, page, more, fewer)
				differing++
			}
		}
	}
	for _, text := range cases.Invalid {
		_, err := Compile([]string{text})
		assert.Error(t, err, "%q", text)
	}
	t.Logf("%d compared, %d differ; %d invalid selectors", compared, differing, len(cases.Invalid))
}

// without returns what of some places is not among others.
func without(places, others []int) (rest []int) {
	for _, p := range places {
		if !slices.Contains(others, p) {
			rest = append(rest, p)
		}
	}
	return rest
}

func placesOf(gaps []int) (places []int) {
	at := 0
	for _, gap := range gaps {
		at += gap
		places = append(places, at)
	}
	return places
}

// comparablePlaces returns where one element begins for all parsers. A start tag can make several, of which implementations name any, and
// not all parsers let the same elements be in a <select>.
func comparablePlaces(doc *dom.Document, units, everywhere []int) map[int]bool {
	elements := map[int]int{}
	for el := doc.Following(dom.Root, dom.Root); el != 0; el = doc.Following(el, dom.Root) {
		if n := doc.Node(el); n.Kind == dom.KindElement && n.End > n.Start {
			elements[units[n.Start]]++
		}
	}
	comparable := map[int]bool{}
	for _, at := range everywhere {
		comparable[at] = elements[at] == 1
	}
	return comparable
}

// unitsOf returns the place in UTF-16 code units of each place in bytes.
func unitsOf(source string) []int {
	units := make([]int, len(source)+1)
	at := 0
	for i, c := range source {
		for b := range utf8.RuneLen(c) {
			units[i+b] = at
		}
		if at++; c > 0xFFFF {
			at++
		}
	}
	units[len(source)] = at
	return units
}

func read(t *testing.T, name string, target any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(content(t, name), target))
}

func content(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		r, err = gzip.NewReader(f)
		require.NoError(t, err)
	}
	all, err := io.ReadAll(r)
	require.NoError(t, err)
	return all
}
