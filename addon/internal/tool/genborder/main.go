// Genborder writes what C and JavaScript must agree on from one table: the statuses of calls, the error codes, the numbers of stats().
// It is run by `go generate ./addon`, in that folder.
package main

import (
	"fmt"
	"os"
)

func main() {
	for name, content := range generate() {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "genborder:", err)
			os.Exit(1)
		}
	}
}

// generate returns the content of the generated files by their paths from addon.
func generate() map[string]string {
	return map[string]string{
		"border.generated.h":                writeBorderHeader(),
		"internal/queue/status.generated.h": writeQueueHeader(),
		"../js/native/border.generated.ts":  writeTypeScript(),
	}
}
