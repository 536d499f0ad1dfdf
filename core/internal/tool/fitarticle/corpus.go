package main

import (
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// entry is a page as the manifest of the corpus lists it.
type entry struct {
	Source, Name, Kind, URL, File, Gold string
}

func (e *entry) id() string { return e.Source + "/" + e.Name }

// gold is what the content of a page is: all of its text, or some of what it holds and does not hold.
type gold struct {
	Text, HTML, Markdown *string
	With, Without        []string
	Metadata             struct{ Title string }
}

// judged are the sources whose gold people have made. That of others is what programs have found.
var judged = map[string]bool{"wcxb": true, "scrapinghub": true, "chinese": true, "trafilatura": true}

// readCorpus reads the pages whose names have a text in them, and parts them into folds.
func readCorpus(folder string, folds int, filter string) ([]*sample, error) {
	text, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil {
		return nil, err
	}
	var entries []entry
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, err
	}
	var samples []*sample
	for _, e := range entries {
		if !strings.Contains(e.id(), filter) {
			continue
		}
		s, err := readSample(folder, e)
		if err != nil {
			return nil, err
		}
		s.fold = foldOf(&e, folds)
		samples = append(samples, s)
	}
	return samples, nil
}

func readSample(folder string, e entry) (*sample, error) {
	source, err := readGzip(filepath.Join(folder, e.File))
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(folder, e.Gold))
	if err != nil {
		return nil, err
	}
	var g gold
	if err := json.Unmarshal(text, &g); err != nil {
		return nil, err
	}
	return newSample(e, source, &g)
}

// foldOf returns the fold of a page, which is that of all pages of its site.
func foldOf(e *entry, folds int) int {
	site := e.id()
	if u, err := url.Parse(e.URL); err == nil && (e.Source == "wcxb" || e.Source == "scrapinghub" || e.Source == "trafilatura") {
		site = strings.TrimPrefix(u.Hostname(), "www.") // Those of others are made up.
	}
	h := fnv.New32a()
	_, _ = io.WriteString(h, site)
	return int(h.Sum32()>>3) % folds
}

func readGzip(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
