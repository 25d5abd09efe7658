import apiFetch from '@wordpress/api-fetch';
import { speak } from '@wordpress/a11y';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

export interface Reminder {
	id: number;
	task_id: number;
	title: string;
	due_at: string | null;
	remind_at: string;
	state: 'sent' | 'failed';
}

/** Milliseconds between two looks; the server sweeps every few minutes. */
const PAUSE = 60000;

/**
 * How many reminders wait, in words.
 *
 * @param count How many.
 */
export function remindersInWords( count: number ): string {
	if ( ! count ) {
		return __( 'No new reminders', 'carnet-crm' );
	}
	/* translators: %d: number of reminders. */
	return sprintf( _n( '%d new reminder', '%d new reminders', count, 'carnet-crm' ), count );
}

/** WordPress's own toolbar shows the same number. */
function tellToolbar( count: number ) {
	const item = document.querySelector( '#wp-admin-bar-carnet-reminders .ab-label' );
	if ( item ) {
		item.textContent = String( count );
		item.closest( 'li' )?.classList.toggle( 'hidden', ! count );
	}
}

/** The reminders that were not read yet; new ones are announced. */
export function useReminders() {
	const [ reminders, setReminders ] = useState< Reminder[] >( [] );
	const known = useRef( 0 );
	const look = useCallback( async () => {
		try {
			const found = await apiFetch< Reminder[] >( { path: '/carnet/v1/reminders?unread=true&per_page=20' } );
			if ( found.length > known.current ) {
				speak( remindersInWords( found.length ), 'polite' );
			}
			known.current = found.length;
			tellToolbar( found.length );
			setReminders( found );
		} catch {
			// It will be asked again; a person at work is not told that a bell did not ring.
		}
	}, [] );
	useEffect( () => {
		void look();
		const timer = setInterval( () => {
			if ( ! document.hidden ) {
				void look();
			}
		}, PAUSE );
		return () => clearInterval( timer );
	}, [ look ] );
	const read = async ( { id }: Reminder ) => {
		await apiFetch( { path: `/carnet/v1/reminders/${ id }/read`, method: 'POST' } );
		await look();
	};
	return { reminders, read };
}
