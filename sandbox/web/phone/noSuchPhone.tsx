/** The address of the page asked for what is no phone number: what is shown in its place. */
export function NoSuchPhone({ asked, shown }: { asked: string; shown: string }) {
	return (
		<div class="lost-sandbox" role="alert">
			<strong>There is no phone “{asked}”.</strong>
			<span>
				This is {shown}. Name phones with their country code: <code>?phone=+447700900001</code>
			</span>
		</div>
	);
}
