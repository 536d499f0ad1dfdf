package main

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"tidemark/core/internal/article"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// sample is a page with what is to be learned from it.
type sample struct {
	entry
	judged bool // by people
	fold   int

	finder *article.Finder
	rows   []uint8
	units  []unit

	gold          []int32 // nil where only snippets are known
	shingles      map[shingle]int
	lines         map[string]bool // of the gold
	titles        map[string]bool // which may stand above the content or not
	with, without []string
	pictures      map[string]bool // in the content, nil where that is not known
}

// unit is one of the page's.
type unit struct {
	words    []int32
	key      string
	level    int      // of the heading that it is in
	pictures []string // the addresses of pictures, nil if there are words too
	path     string
	text     string

	label  float32 // how much of it is content
	weight float32
}

const features = article.Features

// row are the features of a unit.
func (s *sample) row(i int) []uint8 { return s.rows[i*features : (i+1)*features] }

func newSample(e entry, source []byte, g *gold) (*sample, error) {
	s := &sample{entry: e, judged: judged[e.Source], with: keysOf(g.With), without: keysOf(g.Without), lines: map[string]bool{}}
	if err := s.describe(source); err != nil {
		return nil, err
	}
	s.titles = s.titleKeys(source, g.Metadata.Title)
	for _, t := range []*string{g.Text, g.HTML, g.Markdown} {
		if t != nil {
			for line := range strings.SplitSeq(*t, "\n") {
				s.lines[keyOf(tags.ReplaceAllString(line, " "))] = true
			}
		}
	}
	switch {
	case g.Text != nil:
		s.setGold(wordsOf(*g.Text))
	case g.Markdown != nil:
		s.pictures = picturesIn(*g.Markdown)
		s.setGold(wordsOf(addresses.ReplaceAllString(*g.Markdown, "]")))
	case g.HTML != nil:
		s.pictures = picturesIn(*g.HTML)
		of := &sample{}
		if err := of.describe([]byte(*g.HTML)); err != nil {
			return nil, err
		}
		s.setGold(of.allWords())
	}
	s.label()
	return s, nil
}

var (
	addresses = regexp.MustCompile(`\]\([^)]*\)`)
	tags      = regexp.MustCompile(`<[^>]*>`)
)

// describe finds the units of a page and their features.
func (s *sample) describe(source []byte) error {
	var doc dom.Document
	var parser html.Parser
	if err := parser.Parse(context.Background(), &doc, source, html.Options{}); err != nil {
		return err
	}
	var p page.Page
	var w watch.Watch
	p.Begin(&w, &doc, &page.Options{}, false)
	p.FindBase()
	p.ReadSheets()
	s.finder = new(article.Finder)
	s.finder.Read(&w, &doc, &p)
	s.rows = s.finder.Rows()
	s.units = make([]unit, s.finder.Units())
	var text []byte
	for i := range s.units {
		u := &s.units[i]
		text = s.finder.AppendText(text[:0], i)
		u.words, u.key, u.text = wordsOf(string(text)), keyOf(string(text)), strings.Join(strings.Fields(string(text)), " ")
		u.level, u.path = s.finder.HeadingLevel(i), s.finder.Path(i)
		if sources, alone := s.finder.Images(i); alone {
			u.pictures = append(sources, "")
		}
	}
	return nil
}

func (s *sample) allWords() (words []int32) {
	for i := range s.units {
		words = append(words, s.units[i].words...)
	}
	return words
}

// setGold sets the words of the content, without a title that leads.
func (s *sample) setGold(words []int32) {
	longest := 0
	for key := range s.titles {
		if title := wordsOf(key); len(title) > longest && len(title) < len(words) && slices.Equal(words[:len(title)], title) {
			longest = len(title)
		}
	}
	s.gold = words[longest:]
	s.shingles = map[shingle]int{}
	for _, g := range shinglesOf(s.gold) {
		s.shingles[g]++
	}
}

var (
	titleTag = regexp.MustCompile(`(?i)<title[^>]*>([^<]*)`)
	ogTitle  = regexp.MustCompile(`(?i)<meta[^>]+property=["']og:title["'][^>]*>`)
	content  = regexp.MustCompile(`(?i)content=(?:"([^"]*)"|'([^']*)')`)
	parts    = regexp.MustCompile(`\s+[|–—·:»-]\s+`)
)

// titleKeys are the spellings of the title.
func (s *sample) titleKeys(source []byte, title string) map[string]bool {
	all := []string{title}
	if m := titleTag.FindSubmatch(source); m != nil {
		all = append(all, unescaped(string(m[1])))
	}
	if m := ogTitle.Find(source); m != nil {
		if c := content.FindSubmatch(m); c != nil {
			all = append(all, unescaped(string(c[1])+string(c[2])))
		}
	}
	keys := map[string]bool{}
	for _, t := range all {
		keys[keyOf(t)] = true
		for _, part := range parts.Split(t, -1) {
			if len(wordsOf(part)) >= 3 {
				keys[keyOf(part)] = true
			}
		}
	}
	var tops []string
	for i := range s.units {
		if s.units[i].level == 1 && s.units[i].key != "" {
			tops = append(tops, s.units[i].key)
		}
	}
	if len(tops) == 1 {
		keys[tops[0]] = true
	}
	delete(keys, "")
	return keys
}

var picture = regexp.MustCompile(`[^\s"'()/]+\.(?:jpe?g|png|gif|webp|svg|avif)|!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src="([^"]+)`)

// picturesIn returns the names of the pictures in a text.
func picturesIn(text string) map[string]bool {
	names := map[string]bool{}
	for _, m := range picture.FindAllStringSubmatch(text, -1) {
		for _, s := range m {
			if s != "" {
				names[nameOf(s)] = true
			}
		}
	}
	return names
}

// nameOf is the last part of an address, by which a picture is known again.
func nameOf(address string) string {
	address, _, _ = strings.Cut(strings.TrimSpace(address), " ")
	address, _, _ = strings.Cut(address, "?")
	return address[strings.LastIndexByte(address, '/')+1:]
}
