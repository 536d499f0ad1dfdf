// Internal packages are open to import paths below their parent's. That is why this module, which times some of the
// product's, has a path below tidemark/core; it stays a module of its own, so that no rival enters the product's graph.
module tidemark/core/bench

go 1.25.0

replace tidemark => ..

require (
	github.com/JohannesKaufmann/html-to-markdown/v2 v2.5.2
	github.com/tdewolff/parse/v2 v2.8.20
	golang.org/x/net v0.58.0
	tidemark v0.0.0-00010101000000-000000000000
)

require (
	github.com/JohannesKaufmann/dom v0.3.1 // indirect
	github.com/aclements/go-moremath v0.0.0-20210112150236-f10218a38794 // indirect
	golang.org/x/perf v0.0.0-20260512194132-3cf34090a3db // indirect
	golang.org/x/text v0.41.0 // indirect
)

tool golang.org/x/perf/cmd/benchstat
