// Genextraction writes the TypeScript types of core.Extraction, and of what it is made of. It is run by `go generate ./core`, in that folder.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"tidemark/core"
)

// typeScript is what is written, from the folder core.
const typeScript = "../js/extraction.generated.ts"

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "genextraction:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	text, err := generate(folder)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, typeScript), []byte(text), 0o644)
}

// generate returns the types, whose comments are read from the source below the folder core.
func generate(folder string) (string, error) {
	source, err := read(folder)
	if err != nil {
		return "", err
	}
	return source.write(reflect.TypeFor[core.Extraction]())
}
