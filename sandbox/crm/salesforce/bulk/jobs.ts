import { compact } from '../../../json';
import type { Scheduler } from '../../../scheduler';
import { notFound, Refusal } from '../errors';
import { createIds } from '../ids';
import type { Caller, Org } from '../org';
import type { Pace } from '../pace';
import { type Job, type JobState, isOver } from './job';
import { runJob } from './run';

const QUEUED_MS = 300;
const RUNNING_MS = 700;

export type NewJob = Pick<
	Job,
	'operation' | 'object' | 'keyField' | 'lineEnding' | 'columnDelimiter' | 'version' | 'origin'
>;

export interface Jobs {
	open(job: NewJob): Job;
	list(): Job[];
	/** @throws Refusal when there is no such job. */
	find(id: string): Job;
	upload(job: Job, data: string): void;
	/** Queues the job: it is carried out as whoever the caller will be then. */
	close(job: Job): void;
	abort(job: Job): void;
	remove(job: Job): void;
	reset(): void;
}

/** Ingest jobs: Open, UploadComplete, InProgress, then JobComplete, Failed or Aborted. */
export function createJobs(
	org: Org,
	scheduler: Scheduler,
	pace: Pace,
	asCaller: () => Caller,
): Jobs {
	const jobs = new Map<string, Job>();
	let nextId = createIds();

	function demand(job: Job, ...states: JobState[]): void {
		if (!states.includes(job.state))
			throw new Refusal(
				'INVALIDJOBSTATE',
				`The job is in state ${job.state}, and has to be in ${states.join(' or ')}`,
			);
	}

	/** Its locks stay for a while, as those of requests do. */
	function run(job: Job): void {
		if (job.state !== 'InProgress') return;
		const caller = { ...asCaller(), ...compact({ origin: job.origin }) };
		runJob(org, caller, job);
		scheduler.after(pace.writeMs() * scheduler.speed, () => org.locks.release(caller.owner));
	}

	return {
		open(wanted) {
			const job: Job = {
				...wanted,
				id: nextId('750'),
				state: 'Open',
				createdDate: `${new Date().toISOString().slice(0, 19)}.000Z`,
				header: [],
				successful: [],
				failed: [],
				unprocessed: [],
			};
			jobs.set(job.id, job);
			return job;
		},
		list: () => [...jobs.values()],
		find(id) {
			const job = jobs.get(id);
			if (job) return job;
			throw notFound();
		},
		upload(job, data) {
			demand(job, 'Open');
			if (job.data !== undefined)
				throw new Refusal('INVALIDJOBSTATE', 'The data of this job was uploaded already');
			job.data = data;
		},
		close(job) {
			demand(job, 'Open');
			job.state = 'UploadComplete';
			scheduler.after(QUEUED_MS, () => {
				if (job.state !== 'UploadComplete') return;
				job.state = 'InProgress';
				scheduler.after(RUNNING_MS, () => run(job));
			});
		},
		abort(job) {
			demand(job, 'Open', 'UploadComplete', 'InProgress');
			job.state = 'Aborted';
		},
		remove(job) {
			if (!isOver(job)) demand(job, 'UploadComplete', 'JobComplete', 'Aborted', 'Failed');
			jobs.delete(job.id);
		},
		reset() {
			jobs.clear();
			nextId = createIds();
		},
	};
}
