export { checkJob } from './scale/check-job.js';
export type { HttpOptions } from './scale/fetch.js';
export type { FileJob, HtmlJob, JobData, UrlJob, WarcJob } from './scale/job-data.js';
export { JobError } from './scale/job-error.js';
export { jobId } from './scale/job-id.js';
export type { JobFormat, ProcessorOptions } from './scale/options.js';
export type { Counts, JobProgress, JobResult, ProcessedJob } from './scale/outcome.js';
export { type ConvertProcessor, processor } from './scale/processor.js';
