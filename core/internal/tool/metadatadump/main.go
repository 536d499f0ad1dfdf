// Metadatadump reads the metadata of the files that are named on standard input, one in each line, with the address of the document behind
// a tab. It writes them as JSON, one in each line.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"log"
	"net/url"
	"os"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/metadata"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	var doc dom.Document
	var parser html.Parser
	ctx := context.Background()
	out := json.NewEncoder(os.Stdout)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		name, address, _ := strings.Cut(in.Text(), "\t")
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := parser.Parse(ctx, &doc, source, html.Options{FirstTags: true, Scripting: true, Embedded: true, Islands: true}); err != nil {
			return err
		}
		setting, err := url.Parse(address)
		if err != nil {
			return err
		}
		m, err := metadata.Read(ctx, &doc, setting)
		if err != nil {
			return err
		}
		if err := out.Encode(m); err != nil {
			return err
		}
	}
	return nil
}
