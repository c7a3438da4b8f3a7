import { ElMessage, ElMessageBox } from 'element-plus';
import { explain, t } from '../messages';
import { SignedOut } from '../session/renewal';

/** A short word that all went well; screen readers say it too. */
export function succeeded(text: string): void {
  ElMessage({ message: text, type: 'success', duration: 4_000, showClose: true });
}

/** For what went wrong where no page has room to say it. */
export function failed(error: unknown): void {
  if (!(error instanceof SignedOut)) {
    ElMessage({ message: explain(error), type: 'error', duration: 0, showClose: true });
  }
}

/** Asks before something that cannot be undone. */
export async function confirmed(title: string, text: string, action: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      confirmButtonText: action,
      cancelButtonText: t.value.ui.cancel,
      autofocus: false,
      closeOnClickModal: false,
    });
    return true;
  } catch {
    return false;
  }
}
