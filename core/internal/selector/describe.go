package selector

import "encoding/json"

// described is a compound selector as it is told to who matches it elsewhere: js/rules/select.ts.
type described struct {
	Tests      []any      `json:"tests"`
	Combinator combinator `json:"combinator"`
	Left       *described `json:"left,omitempty"`
}

// sought is a relative selector likewise.
type sought struct {
	Combinator combinator `json:"combinator"`
	Compound   *described `json:"compound"`
	Next       *sought    `json:"next,omitempty"`
}

// Describe returns the selectors of a text as JSON. The error is an *Error.
func Describe(text string) ([]byte, error) {
	set, parts := new(Set), 0
	selectors, err := parse(text, set, &parts)
	if err != nil {
		return nil, err
	}
	return json.Marshal(describeList(selectors))
}

//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func describeList(selectors list) (all []*described) {
	for _, c := range selectors {
		all = append(all, describe(c))
	}
	return all
}

//tidemark:recurses as deep as selectors are long, which maxParts bounds
func describe(c *compound) *described {
	if c == nil {
		return nil
	}
	d := &described{Tests: []any{}, Combinator: c.combinator, Left: describe(c.left)}
	for i := range c.tests {
		d.Tests = append(d.Tests, describeTest(&c.tests[i]))
	}
	return d
}

//tidemark:recurses as deep as selectors are nested, which parser.enter bounds
func describeTest(t *simple) map[string]any {
	switch t.kind {
	case typeName:
		return map[string]any{"kind": "type", "name": t.name, "lower": t.lower}
	case class:
		return map[string]any{"kind": "class", "name": t.name}
	case id:
		return map[string]any{"kind": "id", "name": t.name}
	case attribute:
		return map[string]any{
			"kind": "attribute", "name": t.name, "lower": t.lower, "operator": operatorName(t.operator), "value": t.value, "caseOf": t.caseOf, "anyNamespace": t.anyNamespace,
		}
	case is:
		return map[string]any{"kind": "is", "list": describeList(t.list)}
	case not:
		return map[string]any{"kind": "not", "list": describeList(t.list)}
	case has:
		var all []*sought
		for _, a := range t.aheads {
			all = append(all, describeAhead(a))
		}
		return map[string]any{"kind": "has", "sought": all}
	case nth:
		return map[string]any{
			"kind": "nth", "step": t.step, "offset": t.offset, "fromEnd": t.fromEnd, "ofType": t.ofType, "of": describeList(t.list),
		}
	case root:
		return map[string]any{"kind": "root"}
	case scope:
		return map[string]any{"kind": "scope"}
	case empty:
		return map[string]any{"kind": "empty"}
	case firstChild:
		return map[string]any{"kind": "nth", "step": 0, "offset": 1, "fromEnd": false, "ofType": false}
	case lastChild:
		return map[string]any{"kind": "nth", "step": 0, "offset": 1, "fromEnd": true, "ofType": false}
	case lang:
		return map[string]any{"kind": "lang", "ranges": t.ranges}
	case direction:
		return map[string]any{"kind": "direction", "isRTL": t.isRTL}
	case selectedOption:
		return map[string]any{"kind": "selectedOption"}
	}
	return map[string]any{"kind": "nothing"}
}

func operatorName(operator byte) string {
	if operator == 0 {
		return ""
	}
	return string(operator)
}

//tidemark:recurses as deep as selectors are long, which maxParts bounds
func describeAhead(a *ahead) *sought {
	if a == nil {
		return nil
	}
	return &sought{Combinator: a.combinator, Compound: describe(a.compound), Next: describeAhead(a.next)}
}
