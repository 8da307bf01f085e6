import { moment } from '../lib/times';
import { Sheet } from './sheet';

export interface CalendarEntry {
	title: string;
	description?: string;
	startTime: string;
	endTime: string;
}

interface Props {
	entry: CalendarEntry;
	onSave(): void;
	onClose(): void;
}

/** A new entry in the phone's calendar, filled in by the business. */
export function CalendarSheet({ entry, onSave, onClose }: Props) {
	const start = new Date(entry.startTime);
	return (
		<Sheet title="New event" onClose={onClose}>
			<div class="event">
				<span class="leaf" aria-hidden="true">
					<small>{start.toLocaleDateString([], { month: 'short' })}</small>
					{start.getDate()}
				</span>
				<div>
					<p class="place-name">{entry.title}</p>
					<p>
						{moment(entry.startTime)} – {moment(entry.endTime)}
					</p>
				</div>
			</div>
			{entry.description !== undefined && <p class="fact">{entry.description}</p>}
			<div class="row">
				<button type="button" onClick={onClose}>
					Cancel
				</button>
				<button type="button" class="primary" onClick={onSave}>
					Save
				</button>
			</div>
		</Sheet>
	);
}
