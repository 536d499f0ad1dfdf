// Package queue is C that holds the calls of all environments until a worker takes them: lanes and jobs, their documents and outcomes,
// the limit of memory, and the messages to the control goroutine. It knows nothing of Node-API: an environment is its lane here. The
// addon's C files push jobs and settle them, its Go takes them.
package queue

// #cgo CFLAGS: -std=gnu11 -Wall -Wextra
import "C"

import (
	"embed"

	_ "tidemark/addon/internal/memory"
	_ "tidemark/addon/internal/transcode"
)

// See package memory.
//
//go:embed *.h
var _ embed.FS
