// Fitarticle fits the model by which main content is found, on pages of which it is known what that is, and says how good it is on pages that
// it was not fitted on:
//
//	go run ./core/internal/tool/fitarticle -corpus folder -out core/internal/article
//
// The folder has a manifest.json with an array of objects: source, name, kind and url of a page, and in file and gold where in the folder its
// HTML and what its content is are, the first by gzip. The gold has the content as text, html or markdown, or snippets that are in it and that are not, in with
// and without.
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	corpus := flag.String("corpus", "", "the folder of the pages")
	out := flag.String("out", "", "the folder for the tables of a model that is fitted on all pages")
	filter := flag.String("pages", "", "only the pages that have this in their names")
	looked := flag.String("show", "", "the pages to be shown part by part, with commas between")
	most := flag.Int("worst", 0, "how many of the worst pages to name")
	folds := flag.Int("folds", 5, "how many parts the pages are cut into")
	set := settings{lambda: 20, minimum: 15, rowShare: 0.5, featureShare: 0.35, seed: 2, depth: 6}
	flag.IntVar(&set.trees, "trees", 140, "how many trees")
	flag.Float64Var(&set.rate, "rate", 0.11, "how much of a tree's answer counts")
	flag.Parse()

	samples, err := readCorpus(*corpus, *folds, *filter)
	if err != nil {
		return err
	}
	p := crossValidate(samples, *folds, set)
	report("cross-validated", samples, p)
	worst(samples, p, *most)
	for _, s := range samples {
		if strings.Contains(","+*looked+",", ","+s.id()+",") {
			show(s, p[s])
		}
	}
	kinds := kindSamples(samples, p)
	reportKinds(kinds, *folds)
	if *out == "" {
		return nil
	}
	f := grow(dataOf(samples, -1), set)
	for _, s := range samples {
		p[s] = f.chances(s)
	}
	report("fitted", samples, p)
	if err := f.write(filepath.Join(*out, "weights.generated.go")); err != nil {
		return err
	}
	if err := fitKinds(kinds, -1).write(filepath.Join(*out, "kinds.generated.go")); err != nil {
		return err
	}
	_, err = fmt.Println("written")
	return err
}
