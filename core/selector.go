package core

import "tidemark/core/internal/selector"

// DescribeSelector returns what a CSS selector says as JSON, for who matches elements elsewhere. The error is an [Error] with
// [CodeInvalidOption].
func DescribeSelector(text string) ([]byte, error) {
	described, err := selector.Describe(text)
	if err != nil {
		return nil, &Error{Code: CodeInvalidOption, Message: "Expected a CSS selector but received one with a fault: " + err.Error()}
	}
	return described, nil
}
