package handedover

import (
	"sync"

	"example.test/dep"
)

type env struct{ jobs, more chan *dep.Job }

//tidemark:handsover
func put(env *env, job *dep.Job) {}

func look(job *dep.Job) bool { return job != nil }

func send(e *env) *dep.Job {
	job := &dep.Job{}
	job.Out = nil
	look(job)
	e.jobs <- job
	job.Out = nil // want `job was handed over at line 20: use it before that, or give the variable a new value`
	return job    // want `job was handed over at line 20`
}

func pass(e *env, source dep.Source, job, other dep.Job) {
	put(e, &job)
	look(&job) // want `job was handed over`
	put(e, &other)
	other = dep.Job{}
	look(&other)
	source.Put(&other)
	func() { look(&other) }() // want `other was handed over`
	_ = e
}

func branches(e *env, job *dep.Job, now bool) {
	if now {
		e.jobs <- job
		return
	}
	look(job)
	switch {
	case now:
		e.jobs <- job
	default:
		look(job)
	}
	look(job) // want `job was handed over`
}

func selects(e *env, job *dep.Job) {
	select {
	case e.jobs <- job:
		look(job) // want `job was handed over`
	case e.more <- job:
	case job = <-e.jobs:
		look(job)
	default:
		look(job)
	}
	look(job) // want `job was handed over`
}

func loops(e *env, list []*dep.Job) {
	for _, job := range list {
		e.jobs <- job
	}
	for {
		job := <-e.more
		e.jobs <- job
	}
}

func again(e *env, job *dep.Job) {
	for range 3 {
		e.jobs <- job // want `job was handed over`
	}
}

func starts(job, captured, added *dep.Job, group *sync.WaitGroup) {
	go look(job)
	look(job) // want `job was handed over`
	go func() { look(captured) }()
	look(captured) // want `captured was handed over`
	group.Go(func() { look(added) })
	look(added) // want `added was handed over`
}
