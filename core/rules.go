package core

import (
	"fmt"
	"slices"

	"tidemark/core/internal/rule"
)

// rules compiles the rules, nil where there are none.
func (o Options) rules() (*rule.Set, error) {
	if len(o.Rules) == 0 {
		return nil, nil
	}
	if len(o.Rules) > rule.Most {
		return nil, ruleError("at most %d rules for options.rules but received %d", rule.Most, len(o.Rules))
	}
	rules := make([]rule.Rule, len(o.Rules))
	for i := range o.Rules {
		if o.Rules[i].Selector == "" && !o.Decides {
			return nil, ruleError("a CSS selector for options.rules[%d].selector but received none", i)
		}
		if err := o.Rules[i].compile(&rules[i], i); err != nil {
			return nil, err
		}
	}
	return rule.NewSet(rules, o.Decides), nil
}

func (r *Rule) compile(to *rule.Rule, at int) error {
	kinds := 0
	for _, has := range [...]bool{r.As != "", r.Template != "", r.Drop != "", r.Replacement, r.Before+r.After != ""} {
		if has {
			kinds++
		}
	}
	if kinds > 1 || kinds == 0 && r.Display == "" {
		return ruleError("one of as, before and after, template, drop and replacement for options.rules[%d] but received %d of them", at, kinds)
	}
	if r.Display != "" && (r.As != "" || r.Drop == "true") {
		return ruleError("no display beside as and drop for options.rules[%d] but received '%s'", at, r.Display)
	}
	switch r.Display {
	case "block":
		to.Display = rule.Block
	case "inline":
		to.Display = rule.Inline
	}
	switch {
	case r.As != "":
		to.Kind, to.Tag = rule.As, rule.Tag(r.As)
	case r.Drop == "true":
		to.Kind = rule.Drop
	case r.Drop != "":
		to.Kind, to.Template = rule.Template, []rule.Part{{Kind: rule.Text}}
	case r.Replacement:
		to.Kind = rule.Function
	case r.Template != "":
		to.Kind = rule.Template
		to.Template, _ = rule.ParseTemplate(r.Template) // It has been checked.
	default:
		to.Kind, to.Template = rule.Template, rule.Literally(r.Before, r.After)
	}
	return nil
}

func ruleError(format string, args ...any) error {
	return &Error{Code: CodeInvalidOption, Message: "Expected " + fmt.Sprintf(format, args...)}
}

// selectors returns the lists of selectors of all options, nil where there are none: markdown.Settings has their order.
func (o Options) selectors() [][]string {
	exclude := o.Exclude
	if o.Clean != nil && o.Clean.ShareBars {
		exclude = slices.Concat(exclude, shareBars)
	}
	if len(o.Include)+len(exclude)+len(o.Keep)+len(o.Unwrap)+len(o.Rules) == 0 {
		return nil
	}
	lists := [][]string{o.Include, exclude, o.Keep, o.Unwrap}
	for i := range o.Rules {
		var list []string
		if o.Rules[i].Selector != "" {
			list = []string{o.Rules[i].Selector}
		}
		lists = append(lists, list)
	}
	return lists
}
