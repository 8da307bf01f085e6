/**
 * What `GET /v1/page/crms` tells of each CRM, with times as ISO 8601 in UTC. It is said again here, because
 * service/sync/crmHealth.ts comes with the SDKs of the CRMs, whose types and those of browsers do not agree.
 */
export interface CrmHealth {
	connection: string;
	/** Its name. */
	crm: string;
	paused: 'park' | 'reauth' | 'setup' | 'outage' | null;
	pausedUntil: string | null;
	reason: string | null;
	advice: string | null;
	lagSeconds: number;
	waiting: number;
	urgent: number;
	dead: number;
	/** Ours, and what we may make; of everybody's, what the CRM said last. */
	calls: { today: number; budget?: number; left?: number; of?: number };
	lastSuccessAt: string | null;
	problems: { problem: string; advice: string }[];
}

export interface CrmsAnswer {
	crms: CrmHealth[];
}
