package vn.cuulong.serve;

import java.util.Optional;
import org.sparkproject.connect.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import org.sparkproject.connect.grpc.Metadata;
import org.sparkproject.connect.grpc.ServerCall;
import org.sparkproject.connect.grpc.ServerCallHandler;
import org.sparkproject.connect.grpc.ServerInterceptor;
import org.sparkproject.connect.grpc.Status;
import org.sparkproject.connect.protobuf.Message;
import vn.cuulong.sql.Forbidden;

/** Stands before the service of Spark Connect and answers what {@link RequestRule} does not take. Made by Spark. */
public final class RequestGuard implements ServerInterceptor {
  @Override
  public <A, B> ServerCall.Listener<A> interceptCall(ServerCall<A, B> call, Metadata headers,
      ServerCallHandler<A, B> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      private boolean refused;

      @Override
      public void onMessage(A request) {
        Optional<Forbidden> refusal = RequestRule.refusal((Message) request);
        if (refusal.isEmpty() && !refused) {
          super.onMessage(request);
        } else if (!refused) {
          refused = true;
          call.close(Status.PERMISSION_DENIED.withDescription(refusal.get().message()), new Metadata());
        }
      }

      @Override
      public void onHalfClose() {
        if (!refused) {
          super.onHalfClose();
        }
      }
    };
  }
}
