import { Button, Dropdown } from '@wordpress/components';
import { createPortal } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { bell } from '@wordpress/icons';
import { recordLink } from '../records/screen-address';
import { Moment } from '../shared/moment';
import { useNotify } from '../shared/use-notify';
import { remindersInWords, useReminders } from './use-reminders';

/**
 * The reminders that have come, in the header of every screen of the CRM.
 */
export function Bell() {
	const { reminders, read } = useReminders();
	const notify = useNotify();
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
				<div className="carnet-bell__list" role="dialog" aria-label={ __( 'Reminders', 'carnet-crm' ) }>
					{ ! count && <p>{ remindersInWords( 0 ) }</p> }
					<ul>
						{ reminders.map( ( reminder ) => (
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
									onClick={ () => void read( reminder ).catch( notify.failed ) }
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
