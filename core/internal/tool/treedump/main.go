// Treedump parses the files that are named on standard input, one in each line, and writes their trees as JSON strings, one in
// each line. Scripting is off.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"log"
	"os"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	var doc dom.Document
	var parser html.Parser
	out := json.NewEncoder(os.Stdout)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		source, err := os.ReadFile(in.Text())
		if err != nil {
			return err
		}
		if err := parser.Parse(context.Background(), &doc, source, html.Options{Comments: true}); err != nil {
			return err
		}
		if err := out.Encode(treetext.Of(&doc, dom.Root)); err != nil {
			return err
		}
	}
	return nil
}
