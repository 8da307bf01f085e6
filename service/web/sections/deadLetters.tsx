import type { SectionProps } from '../frame';
import { CrmDeadLetters } from '../parts/crmDeadLetters';
import { GivenUpForwards } from '../parts/givenUpForwards';
import { UnreadWebhooks } from '../parts/unreadWebhooks';

/** What could not be done and waits for somebody. */
export function DeadLetters({ route, crms }: SectionProps) {
	return (
		<>
			<CrmDeadLetters key={route.params['connection']} route={route} crms={crms} />
			<GivenUpForwards />
			<UnreadWebhooks />
		</>
	);
}
