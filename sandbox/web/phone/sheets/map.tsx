import { Sheet } from './sheet';

export interface MapPlace {
	label?: string | undefined;
	/** What to look for, where there is no point. */
	query?: string;
	latitude?: number;
	longitude?: number;
}

/** A drawing of a map: streets, a river and a pin. No map is loaded from anywhere. */
export function DrawnMap() {
	return (
		<svg
			class="drawn-map"
			viewBox="0 0 360 220"
			preserveAspectRatio="xMidYMid slice"
			aria-hidden="true"
		>
			<rect class="land" width="360" height="220" />
			<path class="park" d="M20 20h90v60H20zM250 130h90v70h-90z" />
			<path
				class="water"
				d="M0 160C80 120 120 190 200 150S320 90 360 110v40c-60-20-110 30-170 55S60 190 0 205z"
			/>
			<path
				class="street"
				d="M0 100h360M130 0v220M230 0v220M0 40l130-30M230 60l130 60M60 100v120M300 0v100"
			/>
			<path class="pin" d="M180 118c18-24 30-36 30-52a30 30 0 0 0-60 0c0 16 12 28 30 52z" />
			<circle class="hole" cx="180" cy="66" r="11" />
		</svg>
	);
}

/** The phone's map, at a point or looking for words. */
export function MapSheet({ place, onClose }: { place: MapPlace; onClose(): void }) {
	const { label, query, latitude, longitude } = place;
	const point = query ?? `${latitude}, ${longitude}`;
	const href = `https://www.openstreetmap.org/search?query=${encodeURIComponent(point)}`;
	return (
		<Sheet title="Map" size="tall" onClose={onClose}>
			<DrawnMap />
			<p class="place-name">{label ?? (query === undefined ? 'Place' : `Search: ${query}`)}</p>
			<p class="fact">{point}</p>
			<p class="soft">A drawing: the sandbox loads no map.</p>
			<a class="primary" href={href} target="_blank" rel="noopener noreferrer">
				Open in New Tab
			</a>
		</Sheet>
	);
}
