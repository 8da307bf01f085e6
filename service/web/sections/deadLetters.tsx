import type { SectionProps } from '../frame';
import { CrmDeadLetters } from '../parts/crmDeadLetters';
import { GivenUpForwards } from '../parts/givenUpForwards';

/** What could not be done and waits for somebody. */
export function DeadLetters({ route, crms }: SectionProps) {
	return (
		<>
			<CrmDeadLetters connection={route.params['connection']} crms={crms} />
			<GivenUpForwards />
		</>
	);
}
