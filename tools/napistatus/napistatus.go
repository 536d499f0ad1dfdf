// Package napistatus checks that C code looks at the status of every call of Node-API: one that is dropped takes a failure for an empty
// string, a number that was never written, or a function that is not there.
//
// A status is looked at if it is compared, tested, returned, passed on, or kept in a variable that is read afterwards. One that may
// be dropped says why:
//
//	TM_MAY_FAIL(napi_close_handle_scope(env, scope), "It ends with the one around it then.");
//
// Calls are those of functions whose names begin with napi_ or node_api_, and those of functions and pointers that the file declares
// to return a napi_status.
package napistatus

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tidemark/tools/internal/clex"
)

// Fault is a call whose status is dropped.
type Fault struct {
	Line    int
	Message string
}

// mayFail is the macro that says why a status is dropped.
const mayFail = "TM_MAY_FAIL"

var ofNodeAPI = regexp.MustCompile(`^(napi|node_api)_\w+$`)

// These have no status.
var without = []string{"napi_fatal_error", "napi_module_register"}

// Check returns the faults of a C file, in their order.
func Check(source string) []Fault {
	c := newChecker(source)
	returning := c.returning()
	for i := range c.tokens {
		name := c.tokens[i].Text
		if name == mayFail && c.text(i+1) == "(" {
			c.excuse(i, returning)
		}
		if c.isCall(i, returning) && !c.isLookedAt(c.start(i), c.closing[i+1]) {
			c.report(i, "the status of %s is dropped: look at it, or say why it may fail by %s(…, \"why\")", name, mayFail)
		}
	}
	return c.faults
}

type checker struct {
	tokens  []clex.Token
	closing map[int]int // from an opening parenthesis or brace to its end
	opening map[int]int // and back
	faults  []Fault
}

func (c *checker) report(i int, format string, args ...any) {
	c.faults = append(c.faults, Fault{c.tokens[i].Line, fmt.Sprintf(format, args...)})
}

// text is that of a token; "" beyond the ends.
func (c *checker) text(i int) string {
	if i < 0 || i >= len(c.tokens) {
		return ""
	}
	return c.tokens[i].Text
}

func newChecker(source string) *checker {
	c := &checker{tokens: clex.Lex(source), opening: make(map[int]int)}
	c.closing = clex.Pairs(c.tokens)
	for open, end := range c.closing {
		c.opening[end] = open
	}
	return c
}

// returning lists what the file declares to return a status: functions, and pointers to them.
func (c *checker) returning() []string {
	var names []string
	for i, t := range c.tokens {
		if t.Text != "napi_status" {
			continue
		}
		if c.text(i+1) == "(" && c.text(i+2) == "*" {
			names = append(names, c.text(i+3))
		} else if c.text(i+2) == "(" {
			names = append(names, c.text(i+1))
		}
	}
	return names
}

func (c *checker) isCall(i int, returning []string) bool {
	name := c.text(i)
	if c.text(i+1) != "(" || c.text(i+2) == "*" || c.text(i-1) == "napi_status" || slices.Contains(without, name) {
		return false
	}
	return ofNodeAPI.MatchString(name) || slices.Contains(returning, name)
}

// start is where the expression of a call begins: at the structure that holds the pointer.
func (c *checker) start(i int) int {
	for c.text(i-1) == "." || c.text(i-1) == "->" {
		i -= 2
	}
	return i
}

// excuse checks a TM_MAY_FAIL: it is about a call, and gives a reason.
func (c *checker) excuse(i int, returning []string) {
	end := c.closing[i+1]
	if last := c.text(end - 1); !strings.HasPrefix(last, `"`) || len(last) < len(`"why"`) || c.text(end-2) != "," {
		c.report(i, "say in the second argument of %s why the call may fail", mayFail)
	}
	for call := i + 2; call < end; call++ {
		if c.isCall(call, returning) {
			return
		}
	}
	c.report(i, "%s is about no call of Node-API", mayFail)
}
