import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ApiError } from '../entities/api-error';
import type { Noun } from './noun';
import { recordLink } from './screen-address';

interface DuplicateNoticeProps {
	noun: Noun;
	error: ApiError;
	onSaveAnyway: () => void;
}

/**
 * Someone has the same e-mail address already: look at them, or save all the same.
 */
export function DuplicateNotice( { noun, error, onSaveAnyway }: DuplicateNoticeProps ) {
	const existing = error.data?.existing_id;
	const notice = useRef< HTMLDivElement >( null );
	useEffect( () => notice.current?.focus(), [] );
	return (
		<div ref={ notice } tabIndex={ -1 }>
			<Notice status="warning" isDismissible={ false }>
				<p>{ error.message }</p>
				<div className="carnet-buttons">
					{ existing && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							href={ recordLink( noun.entity, { id: existing } ) }
						>
							{ __( 'Open the existing one', 'carnet-crm' ) }
						</Button>
					) }
					<Button __next40pxDefaultSize variant="secondary" onClick={ onSaveAnyway }>
						{ __( 'Save anyway', 'carnet-crm' ) }
					</Button>
				</div>
			</Notice>
		</div>
	);
}
