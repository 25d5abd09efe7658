import { Button, Dropdown } from '@wordpress/components';
import { createPortal, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { bell } from '@wordpress/icons';
import { recordLink } from '../records/screen-address';
import { Moment } from '../shared/moment';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useNotify } from '../shared/use-notify';
import type { Reminder } from './use-reminders';
import { remindersInWords, useReminders } from './use-reminders';

/**
 * The reminders that have come, in the header of every screen of the CRM.
 */
export function Bell() {
	const { reminders, read } = useReminders();
	const notify = useNotify();
	const list = useRef< HTMLDivElement >( null );
	const keepFocus = useKeepFocus();
	const markAsRead = async ( reminder: Reminder, index: number ) => {
		try {
			await read( reminder );
			// Inside the list in any case, which Escape closes only from there.
			keepFocus( () => {
				const buttons = list.current?.querySelectorAll( 'button' ) ?? [];
				return buttons[ index ] ?? buttons[ buttons.length - 1 ] ?? list.current;
			} );
		} catch ( error ) {
			notify.failed( error );
		}
	};
	const slot = document.getElementById( 'carnet-bell' );
	if ( ! slot ) {
		return null;
	}
	const count = reminders.length;
	return createPortal(
		<Dropdown
			popoverProps={ { placement: 'bottom-end' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button
					icon={ bell }
					label={ remindersInWords( count ) }
					aria-expanded={ isOpen }
					aria-haspopup="dialog"
					onClick={ onToggle }
				>
					{ count > 0 && <span className="carnet-bell__count">{ count }</span> }
				</Button>
			) }
			renderContent={ ( { onClose } ) => (
				<div
					ref={ list }
					className="carnet-bell__list"
					role="dialog"
					aria-label={ __( 'Reminders', 'carnet-crm' ) }
					tabIndex={ -1 }
				>
					{ ! count && <p>{ remindersInWords( 0 ) }</p> }
					<ul>
						{ reminders.map( ( reminder, index ) => (
							<li key={ reminder.id }>
								<a href={ recordLink( 'task', { id: reminder.task_id } ) } onClick={ onClose }>
									{ reminder.title }
								</a>
								<Moment value={ reminder.due_at } />
								{ reminder.state === 'failed' && (
									<span>{ __( 'The email could not be sent.', 'carnet-crm' ) }</span>
								) }
								<Button
									size="compact"
									variant="secondary"
									aria-label={ `${ __( 'Mark as read', 'carnet-crm' ) }: ${ reminder.title }` }
									onClick={ () => void markAsRead( reminder, index ) }
								>
									{ __( 'Mark as read', 'carnet-crm' ) }
								</Button>
							</li>
						) ) }
					</ul>
				</div>
			) }
		/>,
		slot
	);
}
