package core_test

import (
	"context"
	"fmt"

	"tidemark/core"
)

func Example() {
	converter, err := core.New(core.Options{HeadingStyle: "setext", BaseURL: "https://example.com/docs/"})
	if err != nil {
		panic(err)
	}
	markdown, err := converter.Convert(context.Background(), `<h1>Tides</h1><p>See <a href="moon">the <em>moon</em></a>.</p>`)
	if err != nil {
		panic(err)
	}
	fmt.Println(markdown)
	// Output:
	// Tides
	// =====
	//
	// See [the *moon*](https://example.com/docs/moon).
}

func ExampleParseOptions() {
	_, err := core.ParseOptions([]byte(`{"gfm": {"table": true}}`))
	fmt.Println(err)
	// Output:
	// Expected a known option name for options.gfm but received 'table' of type string. Did you mean 'tables'? Known are tables, headerRow, strikethrough, taskLists, footnotes, alerts, autolinks: see docs/options.md
}
