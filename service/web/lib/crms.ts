/** What `GET /v1/page/crms` tells of each CRM. */
export interface CrmHealth {
	connection: string;
	crm: string;
	paused: 'park' | 'reauth' | 'setup' | 'outage' | null;
	pausedUntil?: string | null;
	reason?: string | null;
	advice?: string | null;
	lagSeconds: number;
	waiting: number;
	urgent: number;
	dead: number;
	calls: { today: number; budget?: number };
	lastSuccessAt?: string | null;
	problems: { problem: string; advice: string }[];
}

export interface CrmsAnswer {
	crms: CrmHealth[];
}
