// Genoptions writes what is made from the declaration of core.Options: the TypeScript type, the table in docs, what the command has
// its flags from, the form of the playground, and the defaults as Go. It is run by `go generate ./core`, in that folder.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// The declaration and what is made from it, from the folder core.
const (
	declaration  = "options.go"
	typeScript   = "../js/options.generated.ts"
	reference    = "../docs/options.md"
	declarations = "../js/cli/options/declarations.generated.ts"
	form         = "../site/playground/options.generated.json"
	defaults     = "defaults.generated.go"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "genoptions:", err)
		os.Exit(1)
	}
}

func run(core string) error {
	files, err := generate(core)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(core, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the content of the generated files by their paths from core.
func generate(core string) (map[string]string, error) {
	options, err := load(filepath.Join(core, declaration))
	if err != nil {
		return nil, err
	}
	literal, err := writeDefaults()
	if err != nil {
		return nil, err
	}
	return map[string]string{
		defaults:     literal,
		typeScript:   writeTypeScript(options),
		reference:    writeReference(options),
		declarations: writeDeclarations(options),
		form:         writeForm(options),
	}, nil
}
