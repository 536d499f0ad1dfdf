// Package memory is C that counts the memory of inputs and results, keeps large blocks for the next document, and locks. It knows
// neither jobs nor Node-API. The addon's C files and those of package queue call it.
package memory

// #cgo CFLAGS: -std=gnu11 -Wall -Wextra
import "C"

import "embed"

// The C files of other packages include these headers, and are to be compiled anew when one changes. Go does that only if this package
// becomes another one, which a header alone may not make of it. What is embedded is not linked.
//
//go:embed *.h
var _ embed.FS
