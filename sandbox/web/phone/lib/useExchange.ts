import { useEffect, useState } from 'preact/hooks';
import * as api from './api';
import type { TrafficEntry, TrafficSummary } from './types';

/** An exchange with its headers and bodies, read again when it changes. */
export function useExchange(summary: TrafficSummary): { entry?: TrafficEntry; problem?: string } {
	const [known, setKnown] = useState<{ entry?: TrafficEntry; problem?: string }>({});
	useEffect(() => {
		let current = true;
		api.exchange(summary.id).then(
			(entry) => current && setKnown({ entry }),
			(error: Error) => current && setKnown({ problem: error.message }),
		);
		return () => {
			current = false;
		};
	}, [summary]);
	return known;
}
