package main

// #include "internal/queue/job.h"
// #include "internal/queue/memory_limit.h"
import "C"

import (
	"context"
	"errors"
	"fmt"

	"tidemark/core"
	"tidemark/internal/fault"
	"tidemark/pool"
)

// codes maps the engine's error codes to those of the border; border.generated.h has their names in JavaScript.
var codes = map[core.Code]C.tm_code{
	core.CodeInvalidOption: C.TM_INVALID_OPTION,
	core.CodeInputTooLarge: C.TM_INPUT_TOO_LARGE,
}

// storeError writes err as the job's outcome.
func storeError(job *C.tm_job, err error) {
	code, message := describe(err)
	store(job, code, []byte(message))
}

func describe(err error) (C.tm_code, string) {
	var (
		engine   *core.Error
		panicked *pool.PanicError
	)
	switch {
	case errors.As(err, &panicked):
		return C.TM_INTERNAL, fault.Message(panicked, panicked.Stack)
	case errors.As(err, &engine):
		if code, ok := codes[engine.Code]; ok {
			return code, engine.Message
		}
		return C.TM_INTERNAL, engine.Message
	case errors.Is(err, pool.ErrOverBudget):
		return C.TM_MEMORY_EXHAUSTED, fmt.Sprintf("Converting the document needs more memory than memoryLimit leaves (%d bytes, of which %d are in use); convert fewer or smaller documents at a time, let go of results, or raise the limit.",
			ledger.Limit.Load(), int64(C.tm_memory_held()))
	case errors.Is(err, context.Canceled):
		// The wrapper has told its caller already; this is seen only if the environment ends.
		return C.TM_CLOSED, "The conversion was cancelled."
	default:
		return C.TM_INTERNAL, err.Error()
	}
}
