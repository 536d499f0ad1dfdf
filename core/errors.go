package core

// Code says what kind of error an [Error] is. The list is closed.
type Code string

const (
	// CodeInvalidOption is returned by [New], [ParseOptions] and [Options.Validate] when an option has a name, a type
	// or a value that is not documented.
	CodeInvalidOption Code = "ERR_INVALID_OPTION"

	// CodeInputTooLarge is returned by a conversion when the document goes over [Options.MaxInputBytes],
	// [Options.MaxOutputBytes] or [Options.MaxDepth]. Nothing is converted in part, but by a [Stream].
	CodeInputTooLarge Code = "ERR_INPUT_TOO_LARGE"
)

// Error is every error of this package, but for that of a context that has ended, which is returned as it is.
type Error struct {
	Code    Code
	Message string
}

func (e *Error) Error() string { return e.Message }
